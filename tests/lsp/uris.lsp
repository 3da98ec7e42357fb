# Unicode and percent-encoded URIs come back as they were, and their files have settings.
file /ws/Größe 1/.personfirst.json
| { "root": true, "allow": ["addict"] }
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/Gr%C3%B6%C3%9Fe%201/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/Gr%C3%B6%C3%9Fe%201/a.md"}
   }
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/Größe 1/b.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/Größe 1/b.md"}
   }
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/Gr%C3%B6%C3%9Fe/b.md","languageId":"markdown","version":1,"text":"Nothing.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/Gr%C3%B6%C3%9Fe/b.md"}
   }
