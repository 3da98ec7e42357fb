# A client that waits for diagnostics gets them when it opens a document.
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"He met an addict then.\n"}}}
<- {
     "method": "textDocument/publishDiagnostics",
     "params": {
       "diagnostics": [
         {
           "code": "people/addict",
           "message": "“addict” makes a condition into the whole person. Try “person with a substance use disorder” (if a diagnosis is stated).",
           "range": {
             "end": {
               "character": 16,
               "line": 0
             },
             "start": {
               "character": 10,
               "line": 0
             }
           },
           "severity": 1,
           "source": "personfirst"
         }
       ],
       "uri": "file:///ws/a.md"
     }
   }
-> {"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
-> {"id":1,"method":"shutdown"}
<- {"id":1,"result":null}
-> {"method":"exit"}
exit 0
