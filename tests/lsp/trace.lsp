# Traces name methods and nothing else.
start {"trace":"messages"}
<- {"method":"$/logTrace","params":{"message":"answered initialize"}}
<- {"method":"$/logTrace","params":{"message":"received initialized"}}
-> {"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/secret.md"},"position":{"line":0,"character":0}}}
<- {"method":"$/logTrace","params":{"message":"received textDocument/hover"}}
<- {"id":1,"result":null}
<- {"method":"$/logTrace","params":{"message":"answered textDocument/hover"}}
-> {"id":2,"method":"secret/method"}
<- {"error":{"code":-32601,"message":"there is no such method"},"id":2}
-> {"method":"$/setTrace","params":{"value":"off"}}
<- {"method":"$/logTrace","params":{"message":"received $/setTrace"}}
-> {"id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///ws/secret.md"},"position":{"line":0,"character":0}}}
<- {"id":3,"result":null}
-> {"method":"$/setTrace","params":{"value":"verbose"}}
-> {"method":"$/setTrace","params":{}}
<- {"method":"$/logTrace","params":{"message":"received $/setTrace"}}
