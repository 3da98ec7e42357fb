# Clients without workspace/configuration push their settings; the project's configuration wins.
file /ws/project/.personfirst.json
| { "root": true, "minSeverity": "hint", "rules": { "people/addict": "warning" } }
start {"initializationOptions":{"settings":{"enable":false}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
-> {"method":"workspace/didChangeConfiguration","params":{"settings":{"personfirst":{"enable":true,"severity":"error","packs":[],"audience":"","voice":null,"trace":{"server":"off"}}}}}
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
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/project/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/project/a.md"
     }
   }
-> {"method":"workspace/didChangeConfiguration","params":{"settings":{"personfirst":{"rules":{"people/addict":"hint"},"severity":"warning"}}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/project/a.md"
     }
   }
-> {"method":"workspace/didChangeConfiguration","params":{"settings":{"other":{}}}}
