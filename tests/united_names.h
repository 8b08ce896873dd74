// In a united build (scripts/unity.cmake) each test keeps its own `struct Case` and `kNow`.
//
//   struct Case { std::string_view text, slug; };    // Case_unity_5f2a… to the compiler
//
// Included by the united files alone, before each test; KB_FILE is another name in each. What a
// header declares must have another name than these.

#pragma once

#define KB_PASTE(name, file) name##_##file
#define KB_IN_FILE(name, file) KB_PASTE(name, file)
#define Bad KB_IN_FILE(Bad, KB_FILE)
#define Case KB_IN_FILE(Case, KB_FILE)
#define kLater KB_IN_FILE(kLater, KB_FILE)
#define kNow KB_IN_FILE(kNow, KB_FILE)
#define kWeek KB_IN_FILE(kWeek, KB_FILE)
