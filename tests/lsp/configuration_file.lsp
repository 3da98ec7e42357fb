# A configuration that breaks is told once, with its place, and the last good one stays.
file /ws/.personfirst.json
| { "root": true, "allow": ["addict"] }
start {"capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}
<- {
     "id":1,
     "method":"client/registerCapability",
     "params":{
       "registrations":[
         {
           "id":"personfirst:workspace/didChangeWatchedFiles",
           "method":"workspace/didChangeWatchedFiles",
           "registerOptions":{"watchers":[{"globPattern":"**/.personfirst.json"}]}
         }
       ]
     }
   }
-> {"id":1,"result":null}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/b.md","languageId":"markdown","version":1,"text":"Another addict.\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/b.md"}}
file /ws/.personfirst.json
| { "root": true,
|   "alow": ["addict"] }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":2}]}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/b.md"}}
<- {
     "method":"window/showMessage",
     "params":{
       "message":"personfirst: /ws/.personfirst.json:2:3: unknown key “alow”; did you mean “allow”?",
       "type":1
     }
   }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":2}]}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/b.md"}}
# A file that is no concern of ours.
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/package.json","type":2}]}}
file /ws/.personfirst.json
| { "root": true, "rules": { "people/addict": "warning" } }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":2}]}}
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
       "uri":"file:///ws/a.md"
     }
   }
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":14,"line":0},"start":{"character":8,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/b.md"
     }
   }
delete /ws/.personfirst.json
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":3}]}}
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
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":14,"line":0},"start":{"character":8,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/b.md"
     }
   }
