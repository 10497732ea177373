#include "core/consensus/staple.h"

#include <algorithm>
#include <cmath>

namespace protolabel::consensus {

namespace {

constexpr int kMostIterations = 2000;
constexpr double kChange = 1e-7;
constexpr double kTie = 1e-6;

using Numbers = std::vector<double>;

/// The ballots with labels as numbers 0, 1, ... of those that occur.
class Estimate {
public:
    explicit Estimate(const Votes& votes) : raters_(votes.raters()) {
        labels_.push_back(0);
        for (const auto& [ballot, voxels] : votes.ballots())
            labels_.insert(labels_.end(), ballot.begin(), ballot.end());
        std::sort(labels_.begin(), labels_.end());
        labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
        prior_.resize(labels_.size());
        double total = 0;
        for (const auto& [ballot, voxels] : votes.ballots()) {
            std::vector<std::size_t> said;
            for (const auto label : ballot)
                said.push_back(static_cast<std::size_t>(std::lower_bound(labels_.begin(), labels_.end(), label) -
                                                        labels_.begin()));
            for (const auto label : said) prior_[label] += static_cast<double>(voxels);
            total += static_cast<double>(voxels) * static_cast<double>(said.size());
            said_.push_back(std::move(said));
            voxels_.push_back(static_cast<double>(voxels));
        }
        for (auto& share : prior_) share /= total;
        startFromMajority();
    }

    /// One step of E and M; the largest change of a matrix entry.
    double step() {
        std::vector<Numbers> weights;
        for (const auto& said : said_) weights.push_back(weightsOf(said));
        return maximise(weights);
    }
    /// W of a ballot, which sums to 1; all 0 where nothing is possible.
    Numbers weightsOf(const std::vector<std::size_t>& said) const {
        Numbers weights = prior_;
        double sum = 0;
        for (std::size_t t = 0; t < weights.size(); ++t) {
            for (std::size_t r = 0; r < raters_; ++r) weights[t] *= theta_[at(r, said[r], t)];
            sum += weights[t];
        }
        for (auto& weight : weights) weight = sum > 0 ? weight / sum : 0;
        return weights;
    }
    std::optional<std::uint16_t> verdict(std::size_t ballot) const {
        const auto weights = weightsOf(said_[ballot]);
        const auto best = std::max_element(weights.begin(), weights.end());
        const auto rivals =
            std::count_if(weights.begin(), weights.end(), [&](double w) { return w >= *best * (1 - kTie); });
        if (*best <= 0 || rivals > 1) return {};
        return labels_[static_cast<std::size_t>(best - weights.begin())];
    }
    std::map<std::uint16_t, Performance> performance(std::size_t rater) const {
        std::map<std::uint16_t, Performance> labels;
        for (std::size_t own = 1; own < labels_.size(); ++own) {
            // P(says own | the truth is another one) from the expected voxels of the others.
            double others = 0, wrong = 0;
            for (std::size_t t = 0; t < labels_.size(); ++t) {
                if (t == own) continue;
                others += truth_[t];
                wrong += truth_[t] * theta_[at(rater, own, t)];
            }
            labels[labels_[own]] = {theta_[at(rater, own, own)], others > 0 ? 1 - wrong / others : 1};
        }
        return labels;
    }

private:
    std::size_t at(std::size_t rater, std::size_t said, std::size_t truth) const {
        return (rater * labels_.size() + said) * labels_.size() + truth;
    }
    void startFromMajority() {
        std::vector<Numbers> weights;
        for (const auto& said : said_) {
            Numbers share(labels_.size());
            for (const auto label : said) share[label] += 1;
            const double most = *std::max_element(share.begin(), share.end());
            const auto winners = std::count(share.begin(), share.end(), most);
            for (auto& one : share) one = one == most ? 1.0 / static_cast<double>(winners) : 0;
            weights.push_back(std::move(share));
        }
        theta_.resize(raters_ * labels_.size() * labels_.size());
        maximise(weights);
    }
    double maximise(const std::vector<Numbers>& weights) {
        Numbers theta(theta_.size());
        truth_.assign(labels_.size(), 0);
        for (std::size_t b = 0; b < said_.size(); ++b)
            for (std::size_t t = 0; t < labels_.size(); ++t) {
                const double mass = voxels_[b] * weights[b][t];
                truth_[t] += mass;
                for (std::size_t r = 0; r < raters_; ++r) theta[at(r, said_[b][r], t)] += mass;
            }
        double change = 0;
        for (std::size_t i = 0; i < theta.size(); ++i) {
            const double all = truth_[i % labels_.size()];
            theta[i] = all > 0 ? theta[i] / all : 0;
            change = std::max(change, std::abs(theta[i] - theta_[i]));
        }
        theta_ = std::move(theta);
        return change;
    }

    std::size_t raters_;
    std::vector<std::uint16_t> labels_;           ///< by number
    std::vector<std::vector<std::size_t>> said_;  ///< by ballot and rater
    Numbers voxels_;                              ///< by ballot
    Numbers prior_;                               ///< p(t)
    Numbers theta_;                               ///< see at()
    Numbers truth_;                               ///< expected voxels of each label
};

}  // namespace

Staple staple(const Votes& votes, JobControl& control) {
    Staple result;
    if (votes.ballots().empty()) return result;
    Estimate estimate(votes);
    while (result.iterations < kMostIterations && !result.converged) {
        control.check();
        ++result.iterations;
        result.converged = estimate.step() < kChange;
    }
    std::size_t number = 0;
    for (const auto& [ballot, voxels] : votes.ballots()) result.verdicts[ballot] = estimate.verdict(number++);
    for (std::size_t r = 0; r < votes.raters(); ++r) result.raters.push_back(estimate.performance(r));
    return result;
}

}  // namespace protolabel::consensus
