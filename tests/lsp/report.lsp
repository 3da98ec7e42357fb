file /ws/a.md
| An addict.
start {}
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.report","workDoneToken":"w"}}
<- {
     "method":"$/progress",
     "params":{
       "token":"w",
       "value":{"cancellable":true,"kind":"begin","percentage":0,"title":"Writing the report"}
     }
   }
<- {
     "method":"$/progress",
     "params":{"token":"w","value":{"cancellable":true,"kind":"report","message":"1/1","percentage":100}}
   }
<- {"method":"$/progress","params":{"token":"w","value":{"kind":"end"}}}
<- {
     "id":1,
     "result":"{{*}}"
   }
