# Markdown cells are linted, code cells are not; cells come, go, change and change their kind.
start {"capabilities":{"notebookDocument":{"synchronization":{}},"textDocument":{"publishDiagnostics":{"versionSupport":true}}}}
-> {"method":"notebookDocument/didOpen","params":{
     "notebookDocument":{"uri":"file:///ws/n.ipynb","notebookType":"jupyter-notebook","version":1,"cells":[
       {"kind":1,"document":"vscode-notebook-cell:/ws/n.ipynb#1"},{"kind":2,"document":"vscode-notebook-cell:/ws/n.ipynb#2"}]},
     "cellTextDocuments":[
       {"uri":"vscode-notebook-cell:/ws/n.ipynb#1","languageId":"markdown","version":1,"text":"An addict.\n"},
       {"uri":"vscode-notebook-cell:/ws/n.ipynb#2","languageId":"python","version":1,"text":"An addict.\n"}]}}
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
       "uri":"vscode-notebook-cell:/ws/n.ipynb#1",
       "version":1
     }
   }
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#2","version":1}
   }
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb","version":2},"change":{"cells":{
     "textContent":[{"document":{"uri":"vscode-notebook-cell:/ws/n.ipynb#1","version":2},"changes":[
       {"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":2}},"text":"The"}]}]}}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":10,"line":0},"start":{"character":4,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"vscode-notebook-cell:/ws/n.ipynb#1",
       "version":2
     }
   }
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb","version":3},"change":{"cells":{
     "structure":{"array":{"start":1,"deleteCount":1,"cells":[{"kind":1,"document":"vscode-notebook-cell:/ws/n.ipynb#3"}]},
       "didOpen":[{"uri":"vscode-notebook-cell:/ws/n.ipynb#3","languageId":"markdown","version":1,"text":"An addict.\n"}],
       "didClose":[{"uri":"vscode-notebook-cell:/ws/n.ipynb#2"}]}}}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#2"}
   }
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
       "uri":"vscode-notebook-cell:/ws/n.ipynb#3",
       "version":1
     }
   }
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb","version":4},"change":{"cells":{
     "data":[{"kind":2,"document":"vscode-notebook-cell:/ws/n.ipynb#3"}]}}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#3","version":1}
   }
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb","version":5},"change":{"cells":{
     "data":[{"kind":1,"document":"vscode-notebook-cell:/ws/n.ipynb#3"}]}}}}
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
       "uri":"vscode-notebook-cell:/ws/n.ipynb#3",
       "version":1
     }
   }
# Malformed ones are ignored.
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/other.ipynb","version":5},"change":{}}}
-> {"method":"notebookDocument/didChange","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb","version":6},"change":{"cells":{"structure":{"array":{"start":9,"deleteCount":1}}}}}}
-> {"method":"notebookDocument/didOpen","params":{"notebookDocument":{"uri":"file:///ws/m.ipynb"}}}
-> {"method":"notebookDocument/didSave","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb"}}}
-> {"method":"notebookDocument/didClose","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb"},"cellTextDocuments":[{"uri":"vscode-notebook-cell:/ws/n.ipynb#1"},{"uri":"vscode-notebook-cell:/ws/n.ipynb#3"}]}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#1"}
   }
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#3"}
   }
-> {"method":"notebookDocument/didClose","params":{"notebookDocument":{"uri":"file:///ws/n.ipynb"},"cellTextDocuments":[]}}
