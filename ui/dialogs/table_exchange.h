#pragma once

class QWidget;

/// Tables of the open project to and from files: a file dialog of `parent` (not null), then a job; how it went is a notice.
namespace protolabel::ui {

class Workspace;

void exportStatistics(Workspace& workspace, QWidget* parent);  ///< of all volumes and labels, CSV
void exportActivity(Workspace& workspace, QWidget* parent);    ///< who worked how long on what, CSV

/// ITK-SNAP, 3D Slicer, nnU-Net or JSON, by the name that is chosen.
void exportLabelTable(Workspace& workspace, QWidget* parent);
/// Adds the labels of a file as one undo entry; asks before labels of the same ids are renamed.
void importLabelTable(Workspace& workspace, QWidget* parent);

}  // namespace protolabel::ui
