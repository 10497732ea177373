#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/base/bytes.h"
#include "core/base/error.h"

/// Adaptive binary arithmetic coding (Martin 1979, with the carry kept as in LZMA): each binary decision has a model of its own that
/// learns how likely it is.
namespace protolabel {

/// The probability of a zero, of 2^16; stays within 31 .. 65505.
class BitModel {
public:
    std::uint32_t ofZero() const { return probability_; }
    void learn(bool bit) {
        if (bit)
            probability_ = static_cast<std::uint16_t>(probability_ - (probability_ >> kSpeed));
        else
            probability_ = static_cast<std::uint16_t>(probability_ + ((0x10000u - probability_) >> kSpeed));
    }

private:
    static constexpr int kSpeed = 5;
    std::uint16_t probability_ = 0x8000;
};

class RangeEncoder {
public:
    void put(bool bit, BitModel& model) {
        const std::uint32_t bound = (range_ >> 16) * model.ofZero();
        if (bit) {
            low_ += bound;
            range_ -= bound;
        } else {
            range_ = bound;
        }
        model.learn(bit);
        for (; range_ < (1u << 24); range_ <<= 8) shift();
    }
    /// Ends the stream.
    Bytes take() {
        for (int i = 0; i < 5; ++i) shift();
        return std::move(bytes_);
    }

private:
    void shift() {
        if (static_cast<std::uint32_t>(low_) < 0xFF000000u || (low_ >> 32) != 0) {
            const auto carry = static_cast<std::uint8_t>(low_ >> 32);
            bytes_.push_back(static_cast<std::uint8_t>(cache_ + carry));
            for (; pending_ > 0; --pending_) bytes_.push_back(static_cast<std::uint8_t>(0xFF + carry));
            cache_ = static_cast<std::uint8_t>(low_ >> 24);
        } else {
            ++pending_;
        }
        low_ = (low_ & 0x00FFFFFF) << 8;
    }

    Bytes bytes_;
    std::uint64_t low_ = 0;
    std::uint32_t range_ = 0xFFFFFFFFu;
    std::uint8_t cache_ = 0;
    std::size_t pending_ = 0;  ///< bytes 0xFF that a carry would turn over
};

class RangeDecoder {
public:
    explicit RangeDecoder(const Bytes& bytes) : bytes_(bytes) {
        for (int i = 0; i < 5; ++i) code_ = code_ << 8 | next();
    }
    /// Throws Error "coder.short" where the stream ends too early.
    bool get(BitModel& model) {
        const std::uint32_t bound = (range_ >> 16) * model.ofZero();
        const bool bit = code_ >= bound;
        if (bit) {
            code_ -= bound;
            range_ -= bound;
        } else {
            range_ = bound;
        }
        model.learn(bit);
        for (; range_ < (1u << 24); range_ <<= 8) code_ = code_ << 8 | next();
        return bit;
    }

private:
    std::uint8_t next() {
        if (at_ == bytes_.size()) throw Error("coder.short", "compressed data end too early; get the file again");
        return bytes_[at_++];
    }

    const Bytes& bytes_;
    std::size_t at_ = 0;
    std::uint32_t code_ = 0, range_ = 0xFFFFFFFFu;
};

/// Whole numbers below 2^32 that are mostly small: the number of their binary digits, then the digits.
class NumberModel {
public:
    void put(RangeEncoder& coder, std::uint32_t value) {
        const int digits = std::bit_width(value);
        for (int i = 0; i < digits; ++i) coder.put(true, lengths_[i]);
        if (digits < kDigits) coder.put(false, lengths_[digits]);
        for (int i = digits - 2; i >= 0; --i) coder.put(value >> i & 1, digit(digits, i, value));
    }
    std::uint32_t get(RangeDecoder& coder) {
        int digits = 0;
        while (digits < kDigits && coder.get(lengths_[digits])) ++digits;
        std::uint32_t value = digits > 0 ? 1u << (digits - 1) : 0;
        for (int i = digits - 2; i >= 0; --i)
            value |= static_cast<std::uint32_t>(coder.get(digit(digits, i, value))) << i;
        return value;
    }

private:
    static constexpr int kDigits = 32, kLeading = 3;
    /// The first digits after the leading one depend on those before; the last ones are nearly random.
    BitModel& digit(int digits, int i, std::uint32_t value) {
        const int after = digits - 2 - i;  // digits known after the leading one
        const std::uint32_t known = after <= kLeading ? (value >> (i + 1)) & ((1u << after) - 1) : 0;
        const auto slot = after <= kLeading ? (1u << after) + known : (2u << kLeading) + static_cast<unsigned>(after);
        return digits_[static_cast<std::size_t>(digits)][slot];
    }

    std::array<BitModel, kDigits + 1> lengths_;
    std::array<std::array<BitModel, (2u << kLeading) + kDigits>, kDigits + 1> digits_;
};

}  // namespace protolabel
