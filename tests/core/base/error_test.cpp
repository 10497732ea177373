#include "core/base/error.h"

#include "core/base/job_control.h"
#include "tests/support/check.h"

using namespace protolabel;

TEST(text_takes_numbered_arguments_in_any_order) {
    CHECK_EQ(formatText("{1} before {0}", {"a", "b"}), "b before a");
    CHECK_EQ(formatText("{0}{0}", {"x"}), "xx");
}

TEST(text_without_its_argument_stays) {
    CHECK_EQ(formatText("{2} {} {a} {", {"x"}), "{2} {} {a} {");
}

TEST(arguments_are_not_expanded_again) {
    CHECK_EQ(formatText("{0}", {"{1}", "no"}), "{1}");
}

TEST(an_error_keeps_code_template_and_arguments) {
    const Error error("volume.unknown", "there is no volume \"{0}\"", {"liver 3"});
    CHECK_EQ(error.code(), "volume.unknown");
    CHECK_EQ(error.text(), "there is no volume \"{0}\"");
    CHECK_EQ(std::string(error.what()), "there is no volume \"liver 3\"");
}

TEST(check_throws_only_when_cancelled) {
    struct Stopped : JobControl {
        bool cancelled() const override { return stop; }
        bool stop = false;
    } control;
    control.check();
    control.stop = true;
    CHECK_ERROR("cancelled", control.check());
}
