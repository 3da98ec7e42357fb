# What is no message is answered with the error that JSON-RPC names, and the server lives on.
start {}
raw {"jsonrpc":"2.0","id":1,"method":
<- {"error":{"code":-32700,"message":"the message is no JSON"},"id":null}
raw 
<- {"error":{"code":-32700,"message":"the message is no JSON"},"id":null}
raw []
<- {"error":{"code":-32600,"message":"batches are not part of the protocol"},"id":null}
raw [{"jsonrpc":"2.0","id":1,"method":"shutdown"}]
<- {"error":{"code":-32600,"message":"batches are not part of the protocol"},"id":null}
raw 3
<- {"error":{"code":-32600,"message":"the message is no object"},"id":null}
raw {"id":1,"method":"shutdown"}
<- {"error":{"code":-32600,"message":"jsonrpc is not 2.0"},"id":1}
raw {"jsonrpc":"1.0","id":1,"method":"shutdown"}
<- {"error":{"code":-32600,"message":"jsonrpc is not 2.0"},"id":1}
raw {"jsonrpc":"2.0","id":1,"method":7}
<- {"error":{"code":-32600,"message":"the method is no string"},"id":1}
raw {"jsonrpc":"2.0","id":{},"method":"shutdown"}
<- {"error":{"code":-32600,"message":"the id is neither a string nor an integer"},"id":null}
raw {"jsonrpc":"2.0","id":1.5,"method":"shutdown"}
<- {"error":{"code":-32600,"message":"the id is neither a string nor an integer"},"id":null}
raw {"jsonrpc":"2.0","id":9}
<- {"error":{"code":-32600,"message":"the message has no method"},"id":9}
raw {"jsonrpc":"2.0","id":99,"result":null}
raw {"jsonrpc":"2.0","method":"unknown/thing"}
raw {"jsonrpc":"2.0","id":"x","method":"unknown/thing"}
<- {"error":{"code":-32601,"message":"there is no such method"},"id":"x"}
raw {"jsonrpc":"2.0","method":"$/unknown"}
raw {"jsonrpc":"2.0","id":"y","method":"$/unknown"}
<- {"error":{"code":-32601,"message":"there is no such method"},"id":"y"}
-> {"id":1,"method":"textDocument/hover","params":{}}
<- {"error":{"code":-32602,"message":"textDocument.uri is missing"},"id":1}
-> {"id":2,"method":"textDocument/hover","params":[1,2]}
<- {"error":{"code":-32602,"message":"textDocument.uri is missing"},"id":2}
-> {"id":3,"method":"textDocument/hover"}
<- {"error":{"code":-32602,"message":"textDocument.uri is missing"},"id":3}
-> {"id":4,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":5}}}
<- {"error":{"code":-32602,"message":"textDocument.uri is missing"},"id":4}
-> {"id":5,"method":"workspace/executeCommand","params":{}}
<- {"error":{"code":-32602,"message":"there is no such command"},"id":5}
-> {"id":6,"method":"workspace/executeCommand","params":{"command":"rm"}}
<- {"error":{"code":-32602,"message":"there is no such command"},"id":6}
-> {"id":7,"method":"codeAction/resolve","params":7}
<- {"error":{"code":-32602,"message":"the code action is no object"},"id":7}
