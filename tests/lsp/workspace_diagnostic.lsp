# All documents, bit by bit, with progress; open ones as they are in the editor.
file /ws/a.md
| An addict.
file /ws/b.md
| Nothing.
file /ws/c.md
| An addict.
start {"capabilities":{"textDocument":{"diagnostic":{}}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/c.md","languageId":"markdown","version":3,"text":"Nothing.\n"}}}
-> {"id":1,"method":"workspace/diagnostic","params":{"previousResultIds":[],"partialResultToken":"p","workDoneToken":7}}
<- {
     "method":"$/progress",
     "params":{
       "token":7,
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Checking the workspace"}
     }
   }
<- {
     "method":"$/progress",
     "params":{
       "token":"p",
       "value":{
         "items":[
           {
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
             "resultId":"{{a}}",
             "uri":"file:///ws/a.md",
             "version":null
           }
         ]
       }
     }
   }
<- {
     "method":"$/progress",
     "params":{"token":7,"value":{"cancellable":true,"kind":"report","message":"1/3","percentage":33}}
   }
<- {
     "method":"$/progress",
     "params":{"token":7,"value":{"cancellable":true,"kind":"report","message":"2/3","percentage":66}}
   }
<- {
     "method":"$/progress",
     "params":{"token":7,"value":{"cancellable":true,"kind":"report","message":"3/3","percentage":100}}
   }
<- {"method":"$/progress","params":{"token":7,"value":{"kind":"end"}}}
<- {"id":1,"result":{"items":[]}}
# Again: what is the same is said to be so, and what is gone has nothing.
-> {"id":2,"method":"workspace/diagnostic","params":{"previousResultIds":[{"uri":"file:///ws/a.md","value":"{{a}}"},{"uri":"file:///ws/gone.md","value":"{{a}}"}]}}
<- {
     "id":2,
     "result":{
       "items":[
         {"kind":"unchanged","resultId":"{{a}}","uri":"file:///ws/a.md","version":null},
         {
           "items":[],
           "kind":"full",
           "resultId":"{{none}}",
           "uri":"file:///ws/gone.md",
           "version":null
         }
       ]
     }
   }
file /ws/a.md
| Nothing at all.
-> {"id":3,"method":"workspace/diagnostic","params":{"previousResultIds":[{"uri":"file:///ws/a.md","value":"{{a}}"}]}}
<- {
     "id":3,
     "result":{
       "items":[
         {
           "items":[],
           "kind":"full",
           "resultId":"{{none}}",
           "uri":"file:///ws/a.md",
           "version":null
         }
       ]
     }
   }
