# Bad notifications about documents are ignored; the document stays as it was.
start {"capabilities":{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}}
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":2},"contentChanges":[{"text":"An addict.\n"}]}}
-> {"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"text":"An addict.\n"}}}
-> {"method":"textDocument/didOpen","params":null}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"Nothing.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/a.md","version":1}
   }
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":2},"contentChanges":[{"text":"An addict.\n"},{"range":{"start":{"line":0}},"text":""}]}}
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":3},"contentChanges":[{"range":{"start":{"line":-1,"character":0},"end":{"line":0,"character":0}},"text":""}]}}
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":4},"contentChanges":[{"text":7}]}}
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":5},"contentChanges":{}}}
# Opening it twice: the newer text counts.
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":8,"text":"Nothing else.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/a.md","version":8}
   }
