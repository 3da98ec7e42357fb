# Own rule files are watched under their own names; a broken one is told once and the last good
# rules stay.
file /ws/.personfirst.json
| { "root": true, "ruleFiles": ["house.json"] }
file /ws/house.json
| { "language": "en", "pack": "core", "topic": "people", "rules": [ { "id": "people/frobnicator", "severity": "warning",
|   "pos": "person", "message": "“{match}” is not kind.", "note": "A made-up word.", "sources": ["nida-wm"],
|   "patterns": ["frobnicator{|s}"], "advice": "Say something else.",
|   "flag": [{ "in": "A [[frobnicator]] came." }], "pass": ["A thing.", "Another thing."] } ] }
start {"capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}
<- {
     "id":1,
     "method":"client/registerCapability",
     "params":{
       "registrations":[
         {
           "id":"personfirst:workspace/didChangeWatchedFiles",
           "method":"workspace/didChangeWatchedFiles",
           "registerOptions":{"watchers":[{"globPattern":"**/.personfirst.json"},{"globPattern":"**/house.json"}]}
         }
       ]
     }
   }
-> {"id":1,"result":null}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"A frobnicator.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/frobnicator",
           "message":"“frobnicator” is not kind. Say something else.",
           "range":{"end":{"character":13,"line":0},"start":{"character":2,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
file /ws/house.json
| {}
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/house.json","type":2}]}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/frobnicator",
           "message":"“frobnicator” is not kind. Say something else.",
           "range":{"end":{"character":13,"line":0},"start":{"character":2,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
<- {
     "method":"window/showMessage",
     "params":{
       "message":"personfirst: /ws/house.json: has none of “rules”, “lexicon”, “names” and “sources”",
       "type":1
     }
   }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/house.json","type":2}]}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/frobnicator",
           "message":"“frobnicator” is not kind. Say something else.",
           "range":{"end":{"character":13,"line":0},"start":{"character":2,"line":0}},
           "severity":2,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
file /ws/.personfirst.json
| { "root": true, "ruleFiles": [] }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":2}]}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {
     "id":2,
     "method":"client/unregisterCapability",
     "params":{
       "unregisterations":[
         {
           "id":"personfirst:workspace/didChangeWatchedFiles",
           "method":"workspace/didChangeWatchedFiles"
         }
       ]
     }
   }
<- {
     "id":3,
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
