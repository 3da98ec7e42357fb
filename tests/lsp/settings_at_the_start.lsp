# Settings of initialize stay for clients that have none when they are asked.
start {"initializationOptions":{"settings":{"allow":["addict"]}},"capabilities":{"workspace":{"configuration":true}}}
<- {
     "id":1,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///ws","section":"personfirst"}]}
   }
-> {"id":1,"result":[null,null]}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
