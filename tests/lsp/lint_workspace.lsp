# The command publishes what is in files that nobody has open, under progress of its own.
file /ws/a.md
| An addict.
file /ws/b.md
| Nothing.
file /ws/c.md
| An addict.
start {"capabilities":{"window":{"workDoneProgress":true}}}
hold
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/c.md","languageId":"markdown","version":3,"text":"An addict.\n"}}}
run
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
       "uri":"file:///ws/c.md"
     }
   }
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
<- {"id":1,"method":"window/workDoneProgress/create","params":{"token":"personfirst-1"}}
-> {"id":1,"result":null}
<- {
     "method":"$/progress",
     "params":{
       "token":"personfirst-1",
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Checking the workspace"}
     }
   }
run
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
       "uri":"file:///ws/a.md"
     }
   }
<- {
     "method":"$/progress",
     "params":{
       "token":"personfirst-1",
       "value":{"cancellable":true,"kind":"report","message":"1/3","percentage":33}
     }
   }
<- {
     "method":"$/progress",
     "params":{
       "token":"personfirst-1",
       "value":{"cancellable":true,"kind":"report","message":"2/3","percentage":66}
     }
   }
<- {
     "method":"$/progress",
     "params":{
       "token":"personfirst-1",
       "value":{"cancellable":true,"kind":"report","message":"3/3","percentage":100}
     }
   }
<- {"method":"$/progress","params":{"token":"personfirst-1","value":{"kind":"end"}}}
<- {"id":1,"result":{"files":3,"findings":2}}
# What has gone meanwhile is cleared.
delete /ws/a.md
-> {"id":2,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
<- {"id":2,"method":"window/workDoneProgress/create","params":{"token":"personfirst-2"}}
-> {"id":2,"error":{"code":-32601,"message":"no"}}
run
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
<- {"id":2,"result":{"files":2,"findings":1}}
# The token of the server's can be cancelled.
-> {"id":3,"method":"workspace/executeCommand","params":{"command":"personfirst.lintWorkspace"}}
<- {"id":3,"method":"window/workDoneProgress/create","params":{"token":"personfirst-3"}}
-> {"id":3,"result":null}
<- {
     "method":"$/progress",
     "params":{
       "token":"personfirst-3",
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Checking the workspace"}
     }
   }
-> {"method":"window/workDoneProgress/cancel","params":{"token":"personfirst-3"}}
<- {"error":{"code":-32800,"message":"the request was cancelled"},"id":3}
run
<- {"method":"$/progress","params":{"token":"personfirst-3","value":{"kind":"end"}}}
