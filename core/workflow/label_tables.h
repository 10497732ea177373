#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/labels/label_table.h"

/// Label tables in the words of other programs.
namespace protolabel::workflow {

/// {"labels":[{"id":1,"name":"liver","color":"#E69F00"}, ...]}
std::string labelsJson(const std::vector<labels::Label>& labels);

/// ITK-SNAP's "Label description file" (Segmentation > Export label descriptions).
std::string itkSnapLabels(const std::vector<labels::Label>& labels);

/// 3D Slicer's colour table (.ctbl, .txt): "id name red green blue opacity" with underscores for the spaces of names.
std::string slicerColors(const std::vector<labels::Label>& labels);

/// nnU-Net v2's dataset.json. `numbers`: label id -> its consecutive number; `channel`: "CT" or "MRI".
std::string nnUnetDataset(const std::vector<labels::Label>& labels, const std::map<int, int>& numbers,
                          const std::string& channel, int cases);

}  // namespace protolabel::workflow
