// Plain English, for the texts of the benchmarks: words that we wrote down, common ones first.
#pragma once

#include <string_view>

namespace personfirst::bench {

inline constexpr std::string_view kNouns[] = {
    "house",    "street",    "river",    "garden",    "window",   "table",    "letter",
    "teacher",  "morning",   "evening",  "winter",    "summer",   "village",  "city",
    "market",   "bridge",    "school",   "library",   "kitchen",  "station",  "train",
    "ticket",   "museum",    "painter",  "doctor",    "nurse",    "patient",  "hospital",
    "clinic",   "ward",      "family",   "mother",    "father",   "daughter", "brother",
    "neighbor", "friend",    "visitor",  "worker",    "farmer",   "field",    "orchard",
    "apple",    "bread",     "water",    "stone",     "wall",     "roof",     "door",
    "chair",    "lamp",      "clock",    "calendar",  "page",     "chapter",  "story",
    "question", "answer",    "problem",  "reason",    "result",   "report",   "study",
    "survey",   "number",    "figure",   "measure",   "method",   "sample",   "group",
    "member",   "meeting",   "council",  "committee", "office",   "program",  "service",
    "project",  "plan",      "budget",   "price",     "cost",     "account",  "payment",
    "contract", "agreement", "law",      "rule",      "court",    "judge",    "witness",
    "history",  "memory",    "picture",  "camera",    "film",     "music",    "song",
    "concert",  "voice",     "language", "sentence",  "word",     "name",     "system",
    "computer", "screen",    "button",   "keyboard",  "server",   "file",     "folder",
    "user",     "setting",   "option",   "version",   "release",  "change",   "update",
    "error",    "message",   "signal",   "network",   "cable",    "engine",   "wheel",
    "road",     "journey",   "weather",  "storm",     "wind",     "cloud",    "mountain",
    "valley",   "forest",    "island",   "harbor",    "ship",     "captain",  "sailor",
    "coast",    "beach",     "animal",   "horse",     "bird",     "habit",    "use",
    "test",     "dose",      "medicine", "treatment", "disorder", "recovery", "health",
    "care",     "support",   "need",     "risk",      "harm",     "pain",     "sleep",
    "diet",     "body",      "heart",    "blood",     "skin",     "hand",     "shoulder",
    "moment",   "hour",      "week",     "month",     "season",   "century",  "day",
    "night"};

inline constexpr std::string_view kAdjectives[] = {
    "old",     "new",      "small",    "large",    "long",    "short",   "quiet",    "loud",
    "early",   "late",     "warm",     "cold",     "bright",  "dark",    "narrow",   "wide",
    "open",    "closed",   "simple",   "careful",  "patient", "gentle",  "steady",   "sudden",
    "public",  "private",  "local",    "foreign",  "common",  "rare",    "ordinary", "curious",
    "wooden",  "green",    "blue",     "yellow",   "heavy",   "light",   "clear",    "clean",
    "dirty",   "fresh",    "high",     "low",      "deep",    "empty",   "full",     "honest",
    "tired",   "cheerful", "useful",   "possible", "likely",  "certain", "recent",   "annual",
    "medical", "social",   "national", "young",    "broken",  "busy",    "familiar", "proper"};

inline constexpr std::string_view kPastVerbs[] = {
    "opened",     "closed",    "found",    "followed",  "described", "carried", "crossed",
    "watched",    "painted",   "repaired", "measured",  "counted",   "wrote",   "read",
    "remembered", "forgot",    "answered", "asked",     "changed",   "moved",   "visited",
    "left",       "reached",   "passed",   "kept",      "lost",      "needed",  "used",
    "helped",     "supported", "treated",  "tested",    "discussed", "planned", "reported",
    "recorded",   "copied",    "compared", "chose",     "built",     "sold",    "bought",
    "signed",     "sent",      "received", "explained", "improved",  "noticed"};

inline constexpr std::string_view kInfinitives[] = {
    "open",   "close", "find",    "follow", "describe", "carry",   "cross",   "watch",
    "repair", "count", "write",   "read",   "remember", "answer",  "change",  "visit",
    "reach",  "keep",  "improve", "help",   "support",  "explain", "compare", "plan"};

inline constexpr std::string_view kAdverbs[] = {
    "slowly",   "quickly",  "quietly", "often",     "seldom",    "again",   "later",   "carefully",
    "together", "nearly",   "already", "still",     "sometimes", "usually", "early",   "twice",
    "outside",  "upstairs", "at once", "by chance", "in time",   "in turn", "at last", "for years"};

inline constexpr std::string_view kPrepositions[] = {"in",     "near",   "behind", "under", "over",
                                                     "beside", "across", "from",   "with",  "for",
                                                     "after",  "before", "around", "above", "into"};

inline constexpr std::string_view kNames[] = {
    "Anna",   "Peter", "Maria", "Thomas", "Helen", "Robert", "Laura", "Simon", "Ruth",
    "Victor", "Clara", "Hugo",  "Edith",  "Oscar", "Nora",   "Felix", "Irene", "Paul"};

inline constexpr std::string_view kPlaces[] = {"Lisbon",  "Boston", "Vienna",  "Leeds", "Oslo",
                                               "Toronto", "Dublin", "Seville", "Turin", "Geneva"};

// How sentences are made: N noun, P nouns, A adjective, V verb of the past, I infinitive, D adverb,
// R preposition, M name, L place, Y year, # small number; all else stands for itself.
inline constexpr std::string_view kSentences[] = {
    "the A N V the N R the A N.",
    "M V a N R the N, and the P stayed A.",
    "in Y, the N of L V # P and a A N.",
    "it was A to I the N before the N.",
    "they D V the P, which were A and A.",
    "M and M V D R the N.",
    "there is no A N R this N; the P are A.",
    "the P that M V were D A.",
    "what the N V was neither A nor A, but it V the N all the same.",
    "we V the N D, because the A N R L could not I it.",
    "a N of # P V the A N, as the N had asked.",
    "when the N was A, the P V their N R the N.",
    "M would rather I the N than I the A N.",
    "the N, though A, V most of the P.",
    "nobody V the A P until Y.",
    "should the N I a A N, or can the P I it themselves?",
    "# of the # P were A; the others D V the N.",
    "\"the N is A,\" M said, and V the A N."};

}  // namespace personfirst::bench
