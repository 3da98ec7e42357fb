# A rule that only one of the open projects has can be explained, too.
file /ws/project/.personfirst.json
| { "root": true, "ruleFiles": ["house.json"] }
file /ws/project/house.json
| { "language": "en", "pack": "core", "topic": "people", "rules": [ { "id": "people/frobnicator", "severity": "warning",
|   "pos": "person", "message": "“{match}” is not kind.", "note": "A made-up word.", "sources": ["nida-wm"],
|   "patterns": ["frobnicator{|s}"], "advice": "Say something else.",
|   "flag": [{ "in": "A [[frobnicator]] came." }], "pass": ["A thing.", "Another thing."] } ] }
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/project/a.md","languageId":"markdown","version":1,"text":"Nothing.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/project/a.md"}
   }
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule","arguments":["people/frobnicator"]}}
<- {
     "id":1,
     "result":"{{*}}"
   }
