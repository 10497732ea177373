#pragma once

/// Before the definition of a function whose loops the compiler should vectorise, for each kind of x86 processor anew; the machine chooses
/// when the program starts. Sanitizers cannot start such programs.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define PROTOLABEL_VECTORISED __attribute__((target_clones("arch=skylake-avx512", "avx2", "default"), optimize("O3")))
#else
#define PROTOLABEL_VECTORISED
#endif
