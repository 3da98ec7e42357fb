# Clients that ask are told when asking again is worth it.
start {"capabilities":{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}}
file /ws/.personfirst.json
| { "root": true }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":1}]}}
<- {"id":1,"method":"workspace/diagnostic/refresh"}
-> {"id":1,"result":null}
