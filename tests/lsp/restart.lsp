# Configuration and rules are read again.
start {}
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
file /ws/.personfirst.json
| { "root": true, "allow": ["addict"] }
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.restart"}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {"id":1,"result":null}
