# What the project excludes is neither linted when it is open nor scanned.
file /ws/.personfirst.json
| { "root": true, "exclude": ["old"] }
file /ws/old/a.md
| An addict.
file /ws/new.md
| Nothing.
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/old/b.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/old/b.md"}
   }
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
<- {"id":1,"result":{"files":1,"findings":0}}
