# JSON is kept for completion and never linted.
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.json","languageId":"json","version":1,"text":"\"an addict\"\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/a.json"}
   }
