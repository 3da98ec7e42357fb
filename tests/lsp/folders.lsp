# Folders come and go; documents follow their folder's configuration.
file /one/.personfirst.json
| { "root": true, "allow": ["addict"] }
file /one/a.md
| An addict.
file /two/b.md
| An addict.
start {"workspaceFolders":[{"uri":"file:///one","name":"one"}],"capabilities":{"workspace":{"configuration":true}}}
<- {
     "id":1,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///one","section":"personfirst"}]}
   }
-> {"id":1,"result":[null,null]}
-> {"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[{"uri":"file:///two","name":"two"}],"removed":[]}}}
<- {
     "id":2,
     "method":"workspace/configuration",
     "params":{
       "items":[
         {"section":"personfirst"},
         {"scopeUri":"file:///one","section":"personfirst"},
         {"scopeUri":"file:///two","section":"personfirst"}
       ]
     }
   }
-> {"id":2,"result":[null,null,null]}
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
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
       "uri":"file:///two/b.md"
     }
   }
<- {"id":1,"result":{"files":2,"findings":1}}
-> {"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[],"removed":[{"uri":"file:///two","name":"two"}]}}}
<- {
     "id":3,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///one","section":"personfirst"}]}
   }
-> {"id":3,"result":[null,null]}
-> {"id":2,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///two/b.md"}}
<- {"id":2,"result":{"files":1,"findings":0}}
