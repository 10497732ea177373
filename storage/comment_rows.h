#pragma once

#include <vector>

#include "core/project/records.h"
#include "storage/connection.h"

/// Rows of the table `comment`. Throws SQLite::Exception.
namespace protolabel::storage {

std::vector<project::Comment> readComments(Connection& connection);
/// Inserts one without an id, else replaces.
CommentId writeComment(Connection& connection, const project::Comment& comment, const std::string& author);

}  // namespace protolabel::storage
