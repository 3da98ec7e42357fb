# Files that are shown in tabs but not open are read; what is no file has nothing.
file /ws/a.md
| An addict.
start {"capabilities":{"textDocument":{"diagnostic":{}}}}
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
       "resultId":"{{*}}"
     }
   }
-> {"id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///ws/none.md"}}}
<- {"error":{"code":-32803,"message":"the file cannot be read"},"id":2}
-> {"id":3,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"untitled:Untitled-1"}}}
<- {"id":3,"result":{"items":[],"kind":"full","resultId":"{{*}}"}}
