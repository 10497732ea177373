#pragma once

#include <torch/torch.h>

namespace protolabel::fewshot {

/// Voronoi cells of farthest-point centres (methods.md, SQPFNet 1). `mask`: (H,W), foreground where > 0.5.
/// Returns int64 (H,W): 1..n the cell of a foreground pixel (in the order the centres were found), 0 elsewhere, with n the
/// smaller of `count` and the number of foreground pixels. Integer arithmetic: the same on every machine.
torch::Tensor voronoiCells(const torch::Tensor& mask, int count);

/// (H,W) cell indices -> (n,H,W) float {0,1}, one map a cell. An empty mask gives n = 0.
torch::Tensor cellMasks(const torch::Tensor& cells);

}  // namespace protolabel::fewshot
