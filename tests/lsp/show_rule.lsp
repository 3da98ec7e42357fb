# A client that opens pages is asked to; if it does not, the explanation is the answer.
start {"capabilities":{"window":{"showDocument":{"support":true}}},"initializationOptions":{"ruleUrl":"https://example.org/rules/{rule}"}}
-> {"id":1,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule","arguments":["people/addict"]}}
<- {
     "id":1,
     "method":"window/showDocument",
     "params":{"external":true,"uri":"https://example.org/rules/people/addict"}
   }
-> {"id":1,"result":{"success":true}}
<- {"id":1,"result":null}
-> {"id":2,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule","arguments":["people/addict"]}}
<- {
     "id":2,
     "method":"window/showDocument",
     "params":{"external":true,"uri":"https://example.org/rules/people/addict"}
   }
-> {"id":2,"result":{"success":false}}
<- {
     "id":2,
     "result":"{{*}}"
   }
-> {"id":3,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule","arguments":["no/rule"]}}
<- {"error":{"code":-32602,"message":"there is no such rule"},"id":3}
-> {"id":4,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule","arguments":[]}}
<- {"error":{"code":-32602,"message":"the rule's id is missing"},"id":4}
-> {"id":5,"method":"workspace/executeCommand","params":{"command":"personfirst.showRule"}}
<- {"error":{"code":-32602,"message":"the rule's id is missing"},"id":5}
