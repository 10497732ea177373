#pragma once

#include <exception>
#include <filesystem>
#include <string>
#include <utility>

#include "core/imaging/slicing.h"
#include "core/project/project_store.h"
#include "storage/connection.h"
#include "storage/sqlite_error.h"

namespace protolabel::storage {

/// Writes rows within the transaction that SqliteStore::transact opened. Arguments are checked before the first row is written,
/// so an Error about them leaves nothing behind; after a failure of the database every further write fails the same way.
class SqliteWriter : public project::ProjectWriter {
public:
    /// `author`: of comments that name none.
    SqliteWriter(Connection& connection, const std::filesystem::path& file, std::string author)
        : connection_(connection), file_(file), author_(std::move(author)) {}

    /// Throws what the database failed with, if it did: then the edit must not be committed, whatever became of the exception.
    void rethrowFailure() const {
        if (failure_) std::rethrow_exception(failure_);
    }

    VolumeId addVolume(const project::VolumeRecord& record) override;
    void updateVolume(const project::VolumeRecord& record) override;
    void removeVolume(VolumeId id) override;
    void putLabel(const labels::Label& label) override;
    void removeLabel(LabelId id) override;
    void putAnnotation(VolumeId volume, int slice, const labels::SliceRuns& annotation,
                       const project::AnnotationSource& source) override;
    void editAnnotation(VolumeId volume, const std::vector<int>& slices, const project::AnnotationEdit& edit) override;
    void putReviewState(VolumeId volume, int slice, project::ReviewState state) override;
    SupportId putSupport(const project::Support& support) override;
    void removeSupport(SupportId id) override;
    void putProposal(const project::Proposal& proposal) override;
    void removeProposal(VolumeId volume, int slice, LabelId label) override;
    CommentId putComment(const project::Comment& comment) override;
    void removeComment(CommentId id) override;
    void putModel(const project::ModelRecord& model) override;
    void putSetting(const std::string& key, const std::string& value) override;

private:
    /// A slice of the annotation as its rows hold it.
    struct AnnotationRow {
        project::AnnotationSource source;
        std::map<std::uint16_t, std::int64_t> counts;
        Bytes runs;  ///< packed; empty: no row yet
    };

    template <class F>
    auto guarded(F&& f) {
        rethrowFailure();
        try {
            return f();
        } catch (const SQLite::Exception& error) {
            failure_ = std::make_exception_ptr(toError(error, file_));
            std::rethrow_exception(failure_);
        } catch (const Error& error) {
            if (error.code() == "project.damaged") failure_ = std::current_exception();
            throw;
        }
    }

    void requireFreeName(const char* sql, const std::string& name, std::int64_t id, const char* code, const char* text);
    void requireLabel(std::int64_t id);
    imaging::SliceLayout requireSlice(VolumeId volume, int slice);
    void requireSize(VolumeId volume, int slice, int width, int height);
    AnnotationRow readAnnotation(VolumeId volume, int slice);
    void writeAnnotation(VolumeId volume, int slice, const AnnotationRow& row);
    void editSlices(VolumeId volume, const std::vector<int>& slices, const project::AnnotationEdit& edit);
    void eraseLabel(LabelId id);

    Connection& connection_;
    const std::filesystem::path& file_;
    const std::string author_;
    std::exception_ptr failure_;
};

}  // namespace protolabel::storage
