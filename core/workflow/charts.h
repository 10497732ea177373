#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/workflow/canvas.h"

/// Charts as values, and their drawing.
namespace protolabel::workflow {

struct LineChart {
    struct Series {
        std::string name;
        std::vector<std::pair<double, double>> points;  ///< by growing x
    };
    std::string title, xName, yName;
    std::vector<Series> series;
};

/// Groups of boxes: median, quartiles, whiskers to the last value within 1.5 times the box beyond it (Tukey), and every value as a dot.
struct BoxChart {
    struct Group {
        std::string name;
        std::vector<std::vector<double>> values;  ///< one list per series; an empty one leaves its place free
    };
    std::string title, yName;
    std::vector<std::string> series;
    std::vector<Group> groups;
};

struct Frame {
    double left = 0, top = 0, right = 0, bottom = 0;  ///< of the whole chart with its texts
};
void draw(Canvas& canvas, const Frame& frame, const LineChart& chart);
void draw(Canvas& canvas, const Frame& frame, const BoxChart& chart);

/// Round numbers from at or below `low` to at or above `high`, about `count` of them.
std::vector<double> ticksOf(double low, double high, int count);

}  // namespace protolabel::workflow
