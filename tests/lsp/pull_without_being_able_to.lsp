# A client that has never said that it asks for diagnostics may ask all the same.
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
-> {"id":1,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
<- {
     "id":1,
     "result":{
       "items":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "kind":"full",
       "resultId":"{{id}}"
     }
   }
-> {"id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/a.md"},"previousResultId":"{{id}}"}}
<- {"id":2,"result":{"kind":"unchanged","resultId":"{{id}}"}}
