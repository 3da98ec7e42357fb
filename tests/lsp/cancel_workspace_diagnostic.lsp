# The client's progress token can be cancelled, and so can the request.
file /ws/a.md
| An addict.
start {"capabilities":{"textDocument":{"diagnostic":{}}}}
hold
-> {"id":1,"method":"workspace/diagnostic","params":{"previousResultIds":[],"workDoneToken":"t"}}
<- {
     "method":"$/progress",
     "params":{
       "token":"t",
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Checking the workspace"}
     }
   }
-> {"method":"window/workDoneProgress/cancel","params":{"token":"other"}}
-> {"method":"window/workDoneProgress/cancel","params":{"token":"t"}}
<- {"error":{"code":-32800,"message":"the request was cancelled"},"id":1}
run
<- {"method":"$/progress","params":{"token":"t","value":{"kind":"end"}}}
-> {"id":2,"method":"workspace/diagnostic","params":{"previousResultIds":[],"workDoneToken":"t"}}
<- {
     "method":"$/progress",
     "params":{
       "token":"t",
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Checking the workspace"}
     }
   }
-> {"method":"$/cancelRequest","params":{"id":2}}
<- {"error":{"code":-32800,"message":"the request was cancelled"},"id":2}
run
<- {"method":"$/progress","params":{"token":"t","value":{"kind":"end"}}}
-> {"method":"$/cancelRequest","params":{"id":2}}
-> {"method":"$/cancelRequest","params":{"id":77}}
-> {"method":"$/cancelRequest","params":{}}
