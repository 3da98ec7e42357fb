// A conversation with the server, as a file: what the client says, and what it must hear.
//
//   # a comment
//   file /ws/a.md          a file of the workspace; its text follows in lines that start with "| "
//   delete /ws/a.md
//   start {...}            initialize with these parameters, and initialized; the answer is not
//   shown raw {"broken           bytes as they are, a message's body
//   -> {...}               a message of the client
//   <- {...}               the next message of the server
//   hold                   from now on jobs wait
//   run                    all jobs that wait run, and what follows from them
//   end                    the client's side is closed
//   exit 0                 the server has ended the process with this status
//
// JSON goes on in indented lines, and "jsonrpc" goes without saying. A text "{{name}}" takes
// whatever stands there the first time and must be the same afterwards, also in what the client
// says; "{{*}}" is anything. What the server says and nobody expects is an error.
#pragma once

#include <string>

namespace personfirst::lsp {

struct Played {
  std::string failures;  // empty: all as expected
  std::string actual;    // the transcript as it would have to be
};

[[nodiscard]] Played play(const std::string& transcript);

}  // namespace personfirst::lsp
