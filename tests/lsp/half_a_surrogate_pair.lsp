# Editors send halves of surrogate pairs; each counts as one unit.
start {}
raw {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"\ud83d an \\ud83d addict \ude00 \ud83d\ude00 addict"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":18,"line":0},"start":{"character":12,"line":0}},
           "severity":1,
           "source":"personfirst"
         },
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":30,"line":0},"start":{"character":24,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
