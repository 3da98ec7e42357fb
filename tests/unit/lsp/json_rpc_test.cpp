#include "lsp/json_rpc.h"

#include <gtest/gtest.h>

namespace personfirst::lsp {
namespace {

using Kind = Message::Kind;

Message check(std::string_view body, Kind kind) {
  Message message = parse_message(body);
  EXPECT_EQ(message.kind, kind) << body;
  return message;
}

TEST(JsonRpc, MessagesAreRequestsNotificationsOrResponses) {
  EXPECT_EQ(check(R"({"jsonrpc":"2.0","id":1,"method":"m"})", Kind::Request).id, 1);
  EXPECT_EQ(check(R"({"jsonrpc":"2.0","id":"1","method":"m"})", Kind::Request).id, "1");
  EXPECT_EQ(check(R"({"jsonrpc":"2.0","method":"m","params":[2]})", Kind::Notification).params[0],
            2);
  EXPECT_FALSE(check(R"({"jsonrpc":"2.0","id":1,"result":null})", Kind::Response).failed);
  EXPECT_TRUE(check(R"({"jsonrpc":"2.0","id":1,"error":{}})", Kind::Response).failed);
}

TEST(JsonRpc, OtherJsonIsInvalidWithAReason) {
  for (const char* body :
       {"1", "null", "[]", "{}", R"({"jsonrpc":"2.0"})", R"({"jsonrpc":"2.0","id":1})",
        R"({"jsonrpc":2,"method":"m"})", R"({"jsonrpc":"2.0","id":null,"method":"m"})",
        R"({"jsonrpc":"2.0","id":[1],"method":"m"})", R"({"jsonrpc":"2.0","result":1})"}) {
    EXPECT_STRNE(check(body, Kind::Invalid).reason, "") << body;
  }
}

TEST(JsonRpc, BytesThatAreNoJsonAreNoMessage) {
  for (const char* body :
       {"", " ", "{", "nul", "{\"a\":\"\xFF\"}", "{\"a\":1}}", R"({"a":"\ud8"})"})
    check(body, Kind::NotJson);
}

TEST(JsonRpc, HalvesOfSurrogatePairsBecomeReplacementCharacters) {
  const auto text = [](const std::string& escaped) {
    return parse_message(R"({"jsonrpc":"2.0","method":"m","params":")" + escaped + "\"}")
        .params.get<std::string>();
  };
  EXPECT_EQ(text(R"(\ud83d\ude00)"), "😀");
  EXPECT_EQ(text(R"(a\ud83d)"), "a\uFFFD");
  EXPECT_EQ(text(R"(\ude00b)"),
            "\uFFFD"
            "b");
  EXPECT_EQ(text(R"(\ud83d\ud83d\ude00)"), "\uFFFD😀");
  EXPECT_EQ(text(R"(\\ud83d\ud83d\n)"), "\\ud83d\uFFFD\n");
}

TEST(JsonRpc, DepthThatNoMessageHasIsCutOff) {
  std::string body = R"({"jsonrpc":"2.0","method":"m","params":)";
  body += std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_LT(dump(check(body, Kind::Notification).params).size(), 300U);
}

TEST(JsonRpc, MessagesOutAreWholeJson) {
  EXPECT_EQ(make_response("a\"b", "[1]"), R"({"jsonrpc":"2.0","id":"a\"b","result":[1]})");
  EXPECT_EQ(make_error(nullptr, ErrorCode::ParseError, "x"),
            R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}})");
  EXPECT_EQ(make_notification("m", {"{", "}"}), R"({"jsonrpc":"2.0","method":"m","params":{}})");
  EXPECT_EQ(make_request(3, "m", ""), R"({"jsonrpc":"2.0","id":3,"method":"m"})");
}

}  // namespace
}  // namespace personfirst::lsp
