# A cell has its notebook's settings.
file /ws/.personfirst.json
| { "root": true, "overrides": [ { "files": ["*.ipynb"], "allow": ["addict"] } ] }
start {"capabilities":{"notebookDocument":{"synchronization":{}}}}
-> {"method":"notebookDocument/didOpen","params":{
     "notebookDocument":{"uri":"file:///ws/n.ipynb","notebookType":"jupyter-notebook","version":1,"cells":[
       {"kind":1,"document":"vscode-notebook-cell:/ws/n.ipynb#1"}]},
     "cellTextDocuments":[{"uri":"vscode-notebook-cell:/ws/n.ipynb#1","languageId":"markdown","version":1,"text":"An addict.\n"}]}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"vscode-notebook-cell:/ws/n.ipynb#1"}
   }
