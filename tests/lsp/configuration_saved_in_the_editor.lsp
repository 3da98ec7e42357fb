# The configuration's own buffer is never linted; it counts once it is saved.
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
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/.personfirst.json","languageId":"jsonc","version":1,"text":"{ \"root\": true, \"allow\": [\"addict\"] }\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/.personfirst.json"}
   }
file /ws/.personfirst.json
| { "root": true, "allow": ["addict"] }
-> {"method":"textDocument/didSave","params":{"textDocument":{"uri":"file:///ws/.personfirst.json"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/.personfirst.json"}
   }
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
-> {"method":"textDocument/didSave","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
