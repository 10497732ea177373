#include "core/fewshot/body_mask.h"

#include <utility>

namespace protolabel::fewshot {

namespace {

constexpr double kBodyIntensity = 10;

enum class Neighbours { Four, Eight };

/// The pixels of value `from` connected to `start`, which get the value `to`.
std::vector<int> flood(std::vector<std::uint8_t>& pixels, int height, int width, int start, std::uint8_t to,
                       Neighbours neighbours) {
    const std::uint8_t from = pixels[start];
    std::vector<int> reached{start};
    pixels[start] = to;
    for (std::size_t next = 0; next < reached.size(); ++next) {
        const int y = reached[next] / width, x = reached[next] % width;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                if (neighbours == Neighbours::Four && dy != 0 && dx != 0) continue;
                const int ny = y + dy, nx = x + dx;
                if (ny < 0 || ny >= height || nx < 0 || nx >= width) continue;
                const int neighbour = ny * width + nx;
                if (pixels[neighbour] != from) continue;
                pixels[neighbour] = to;
                reached.push_back(neighbour);
            }
    }
    return reached;
}

}  // namespace

std::vector<std::uint8_t> bodyMask(const double* intensities, int height, int width) {
    enum : std::uint8_t { Dark, Bright, Seen, Outside };
    const int count = height * width;
    std::vector<std::uint8_t> pixels(count);
    for (int i = 0; i < count; ++i) pixels[i] = intensities[i] > kBodyIntensity ? Bright : Dark;

    std::vector<int> largest;
    for (int i = 0; i < count; ++i) {
        if (pixels[i] != Bright) continue;
        auto component = flood(pixels, height, width, i, Seen, Neighbours::Eight);
        if (component.size() > largest.size()) largest = std::move(component);
    }
    pixels.assign(count, Dark);
    for (const int i : largest) pixels[i] = Bright;

    const auto fillFrom = [&](int i) {
        if (pixels[i] == Dark) flood(pixels, height, width, i, Outside, Neighbours::Four);
    };
    for (int x = 0; x < width; ++x) {
        fillFrom(x);
        fillFrom((height - 1) * width + x);
    }
    for (int y = 0; y < height; ++y) {
        fillFrom(y * width);
        fillFrom(y * width + width - 1);
    }
    for (auto& pixel : pixels) pixel = pixel != Outside;
    return pixels;
}

}  // namespace protolabel::fewshot
