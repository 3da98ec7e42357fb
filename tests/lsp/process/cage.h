// A process that writes a file, changes a folder or opens a socket is killed by the system with
// SIGSYS. What it was given open, it may use.
#pragma once

namespace personfirst::testing {

// For this process and what it becomes; there is no way back. To be called between fork and exec.
// False: the system cannot do it.
[[nodiscard]] bool enter_cage();

}  // namespace personfirst::testing
