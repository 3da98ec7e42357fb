# Requests before initialize, a second initialize, requests after shutdown: each has its error.
-> {"id":1,"method":"textDocument/hover","params":{}}
<- {"error":{"code":-32002,"message":"the server is not initialized"},"id":1}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","text":"An addict.\n"}}}
-> {"id":2,"method":"initialize","params":{"processId":1,"rootUri":null,"capabilities":{}}}
<- {
     "id":2,
     "result":{
       "capabilities":{
         "codeActionProvider":true,
         "completionProvider":{"resolveProvider":false,"triggerCharacters":["\"","/"]},
         "documentLinkProvider":{"resolveProvider":false},
         "executeCommandProvider":{
           "commands":[
             "personfirst.lintWorkspace",
             "personfirst.restart",
             "personfirst.showRule",
             "personfirst.report",
             "personfirst.applyFix"
           ],
           "workDoneProgress":true
         },
         "hoverProvider":true,
         "positionEncoding":"utf-16",
         "textDocumentSync":{"change":2,"openClose":true,"save":{"includeText":false}},
         "workspace":{"workspaceFolders":{"changeNotifications":true,"supported":true}}
       },
       "serverInfo":{"name":"personfirst-lsp","version":"{{*}}"}
     }
   }
-> {"method":"initialized","params":{}}
-> {"id":3,"method":"initialize","params":{"processId":1,"rootUri":null,"capabilities":{}}}
<- {"error":{"code":-32600,"message":"the server is initialized already"},"id":3}
-> {"id":"four","method":"shutdown"}
<- {"id":"four","result":null}
-> {"id":5,"method":"textDocument/hover","params":{}}
<- {"error":{"code":-32600,"message":"the server is shut down"},"id":5}
-> {"id":6,"method":"shutdown"}
<- {"error":{"code":-32600,"message":"the server is shut down"},"id":6}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","text":"An addict.\n"}}}
-> {"method":"exit"}
exit 0
-> {"id":7,"method":"shutdown"}
