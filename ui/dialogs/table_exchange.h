#pragma once

class QWidget;

/// Label tables of the open project to and from files: a file dialog of `parent` (not null); how it went is a notice.
namespace protolabel::ui {

class Workspace;

/// ITK-SNAP, 3D Slicer, nnU-Net or JSON, by the name that is chosen.
void exportLabelTable(Workspace& workspace, QWidget* parent);
/// Adds the labels of a file as one undo entry; asks before labels of the same ids are renamed.
void importLabelTable(Workspace& workspace, QWidget* parent);

}  // namespace protolabel::ui
