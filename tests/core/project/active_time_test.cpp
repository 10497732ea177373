#include "core/project/active_time.h"

#include "tests/support/check.h"

using protolabel::project::ActiveTime;

TEST(idle_gaps_do_not_count) {
    ActiveTime time(60);
    CHECK_EQ(time.take(), 0);
    for (const double at : {1000.0, 1010.0, 1070.0, 1131.0, 1136.0}) time.touch(at);  // gaps 10, 60, 61 (idle), 5
    CHECK_EQ(time.take(), 75);
    CHECK_EQ(time.take(), 0);
    time.touch(1139);
    CHECK_EQ(time.take(), 3);  // what lies between the last input and take() is not lost
    time.setIdleSeconds(2);
    time.touch(1142);
    CHECK_EQ(time.take(), 0);
}
