#include "core/fewshot/weights/pickle.h"

#include <unordered_map>

#include "core/fewshot/weights/pickle_machine.h"

namespace protolabel::fewshot::weights {

namespace {

/// A checkpoint of a ResNet-101 with its optimiser has some ten thousands; these bound the memory that a pickle may take.
constexpr std::size_t kMaxValues = 1u << 19, kMaxSteps = 1u << 22;
constexpr int kFirstProtocol = 2, kLastProtocol = 4;

/// pickletools' names and codes.
enum Opcode : std::uint8_t {
    Mark = '(',
    Stop = '.',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    NoneObject = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    Append = 'a',
    Build = 'b',
    Global = 'c',
    Appends = 'e',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    Tuple = 't',
    SetItems = 'u',
    EmptyDict = '}',
    BinFloat = 'G',
    EmptyList = ']',
    EmptyTuple = ')',
    Proto = 0x80,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    ShortBinUnicode = 0x8c,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
};

class Machine {
public:
    explicit Machine(ByteReader& reader) : reader_(reader) {}

    Pickle run() {
        for (std::size_t steps = 0; steps < kMaxSteps; ++steps) {
            offset_ = reader_.offset();
            const auto opcode = reader_.byte();
            if (opcode != Stop) {
                step(opcode);
                continue;
            }
            pickle_.root = pop();
            return std::move(pickle_);
        }
        damaged("it is longer than weights are", offset_);
    }

private:
    void step(std::uint8_t opcode) {
        switch (opcode) {
            case Proto: return protocol(reader_.byte());
            case Frame: reader_.take(8); return;  // only groups what follows
            case Mark: marks_.push_back(stack_.size()); return;

            case NoneObject: return push(Nothing{});
            case NewTrue: return push(true);
            case NewFalse: return push(false);
            case BinInt: return push(std::int64_t{static_cast<std::int32_t>(reader_.number(4))});
            case BinInt1: return push(static_cast<std::int64_t>(reader_.number(1)));
            case BinInt2: return push(static_cast<std::int64_t>(reader_.number(2)));
            case Long1: return push(longInteger(reader_.take(reader_.byte())));
            case BinFloat: return push(reader_.bigEndianDouble());
            case ShortBinString:
            case ShortBinUnicode: return push(std::string(reader_.text(reader_.byte())));
            case BinString:
            case BinUnicode: return push(std::string(reader_.text(reader_.number(4))));

            case EmptyTuple: return push(Sequence{{}, true});
            case EmptyList: return push(Sequence{});
            case EmptyDict: return push(Dictionary{});
            case Tuple: return push(Sequence{popToMark(), true});
            case Tuple1: return push(Sequence{popLast(1), true});
            case Tuple2: return push(Sequence{popLast(2), true});
            case Tuple3: return push(Sequence{popLast(3), true});

            case BinGet: return get(reader_.number(1));
            case LongBinGet: return get(reader_.number(4));
            case BinPut: return put(reader_.number(1));
            case LongBinPut: return put(reader_.number(4));
            case Memoize: return put(memo_.size());

            case Append: return append(popLast(1));
            case Appends: return append(popToMark());
            case SetItem: return setItems(popLast(2));
            case SetItems: return setItems(popToMark());
            case Build:  // attributes of a dictionary: the version numbers that modules keep beside their weights
                pop();
                top<Dictionary>();
                return;

            case Global: {
                const std::string module(reader_.line());
                return push(globalNamed(module, std::string(reader_.line()), offset_));
            }
            case StackGlobal: {
                const auto names = popLast(2);
                return push(globalNamed(as<std::string>(names[0]), as<std::string>(names[1]), offset_));
            }
            case Reduce: {
                const auto parts = popLast(2);
                stack_.push_back(call(pickle_, as<Callable>(parts[0]), as<Sequence>(parts[1]), offset_));
                return;
            }
            case BinPersId: return push(storageFrom(pickle_, pop(), offset_));
            default: refuse("the pickle opcode " + std::to_string(opcode), offset_);
        }
    }

    void protocol(int version) const {
        if (version < kFirstProtocol || version > kLastProtocol)
            refuse("pickle protocol " + std::to_string(version), offset_);
    }

    static Value longInteger(ByteSpan bytes) {
        if (bytes.size() > 8) return LongInteger{std::string(bytes.begin(), bytes.end())};
        std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
        for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) value = value << 8 | *byte;
        return static_cast<std::int64_t>(value);
    }

    void push(Value value) { stack_.push_back(pickle_.add(std::move(value), offset_)); }

    /// Nothing below the last mark may be taken.
    std::vector<ValueId> popLast(std::size_t count) {
        if (stack_.size() - (marks_.empty() ? 0 : marks_.back()) < count) damaged("a value is missing", offset_);
        return popFrom(stack_.size() - count);
    }
    std::vector<ValueId> popToMark() {
        if (marks_.empty()) damaged("a mark is missing", offset_);
        const auto mark = marks_.back();
        marks_.pop_back();
        return popFrom(mark);
    }
    std::vector<ValueId> popFrom(std::size_t size) {
        const auto begin = stack_.begin() + static_cast<std::ptrdiff_t>(size);
        std::vector<ValueId> popped(begin, stack_.end());
        stack_.erase(begin, stack_.end());
        return popped;
    }
    ValueId pop() { return popLast(1)[0]; }

    template <class T>
    T& as(ValueId id) {
        T* value = std::get_if<T>(&pickle_.values[id]);
        if (value == nullptr) damaged("a value is not of the kind that is wanted", offset_);
        return *value;
    }
    template <class T>
    T& top() {
        if (stack_.empty()) damaged("a value is missing", offset_);
        return as<T>(stack_.back());
    }

    void append(const std::vector<ValueId>& items) {
        auto& list = top<Sequence>();
        if (list.tuple) damaged("a value is not of the kind that is wanted", offset_);
        list.items.insert(list.items.end(), items.begin(), items.end());
    }
    void setItems(const std::vector<ValueId>& items) {
        if (items.size() % 2 != 0) damaged("a dictionary has a key without a value", offset_);
        auto& dictionary = top<Dictionary>();
        for (std::size_t i = 0; i < items.size(); i += 2) dictionary.items.emplace_back(items[i], items[i + 1]);
    }

    void put(std::uint64_t slot) {
        if (stack_.empty()) damaged("a value is missing", offset_);
        memo_[slot] = stack_.back();
    }
    void get(std::uint64_t slot) {
        const auto found = memo_.find(slot);
        if (found == memo_.end()) damaged("a value is asked for that was never kept", offset_);
        stack_.push_back(found->second);
    }

    ByteReader& reader_;
    Pickle pickle_;
    std::vector<ValueId> stack_;
    std::vector<std::size_t> marks_;  ///< sizes of the stack
    std::unordered_map<std::uint64_t, ValueId> memo_;
    std::size_t offset_ = 0;  ///< of the opcode at work
};

}  // namespace

ValueId Pickle::add(Value value, std::size_t offset) {
    if (values.size() >= kMaxValues) damaged("it holds more values than weights do", offset);
    values.push_back(std::move(value));
    return static_cast<ValueId>(values.size() - 1);
}

const Value* Pickle::find(const Dictionary& dictionary, const std::string& key) const {
    for (auto item = dictionary.items.rbegin(); item != dictionary.items.rend(); ++item) {
        const auto* text = get<std::string>(item->first);
        if (text != nullptr && *text == key) return &values[item->second];
    }
    return nullptr;
}

Pickle readPickle(ByteReader& reader) {
    return Machine(reader).run();
}

}  // namespace protolabel::fewshot::weights
