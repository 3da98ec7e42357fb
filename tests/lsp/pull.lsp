# A client that asks for diagnostics gets no others, and "unchanged" when it has them already.
start {"capabilities":{"textDocument":{"diagnostic":{}}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
-> {"id":1,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
<- {
     "id":1,
     "result":{
       "items":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "kind":"full",
       "resultId":"{{id}}"
     }
   }
-> {"id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/a.md"},"previousResultId":"{{id}}"}}
<- {"id":2,"result":{"kind":"unchanged","resultId":"{{id}}"}}
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":2},"contentChanges":[{"text":"Nothing.\n"}]}}
-> {"id":3,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/a.md"},"previousResultId":"{{id}}"}}
<- {"id":3,"result":{"items":[],"kind":"full","resultId":"{{none}}"}}
-> {"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///ws/a.md"}}}
