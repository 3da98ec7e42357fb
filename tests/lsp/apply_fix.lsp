# Clients without code action literals get commands; the edit comes back to them.
start {"capabilities":{"workspace":{"applyEdit":true}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.applyFix","arguments":["file:///ws/a.md",1,[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":9}},"newText":"A person"}]]}}
<- {
     "id":1,
     "method":"workspace/applyEdit",
     "params":{
       "edit":{
         "changes":{
           "file:///ws/a.md":[
             {
               "newText":"A person",
               "range":{"end":{"character":9,"line":0},"start":{"character":0,"line":0}}
             }
           ]
         }
       }
     }
   }
-> {"id":1,"result":{"applied":true}}
<- {"id":1,"result":null}
-> {"id":2,"method":"workspace/executeCommand","params":{"command":"personfirst.applyFix","arguments":["file:///ws/a.md",1,[]]}}
<- {"id":2,"method":"workspace/applyEdit","params":{"edit":{"changes":{"file:///ws/a.md":[]}}}}
-> {"id":2,"result":{"applied":false}}
<- {"error":{"code":-32803,"message":"the client has not applied the edit"},"id":2}
-> {"id":3,"method":"workspace/executeCommand","params":{"command":"personfirst.applyFix","arguments":["file:///ws/a.md",0,[]]}}
<- {"error":{"code":-32801,"message":"the document has changed"},"id":3}
-> {"id":4,"method":"workspace/executeCommand","params":{"command":"personfirst.applyFix","arguments":["file:///ws/a.md"]}}
<- {"error":{"code":-32602,"message":"the arguments are no edit"},"id":4}
