#!/usr/bin/env python3
"""Makes the ONNX files of this folder and the results that PyTorch computes for them; see README.md."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SAMPLES = 3


class Conv(nn.Module):
    """Convolutions with padding, groups and dilation, batch normalisation, ReLU6, a pool, dense layers."""

    input = (2, 12, 10)

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(2, 6, (5, 3), padding=(2, 1))
        self.norm = nn.BatchNorm2d(6)
        self.depthwise = nn.Conv2d(6, 6, 3, padding=2, dilation=2, groups=6, bias=False)
        self.pointwise = nn.Conv2d(6, 8, 1, stride=(1, 2))
        self.dense = nn.Linear(8 * 6 * 2, 5)

    def forward(self, x):
        x = F.relu6(self.norm(self.first(x)))
        x = F.relu(self.pointwise(F.relu(self.depthwise(x))))
        x = F.max_pool2d(x, 2)
        return F.log_softmax(self.dense(torch.flatten(x, 1)), 1)


class Mlp(nn.Module):
    """A view by the batch's size, hard tanh, the concatenated rectifier, dropout."""

    input = (3, 7)

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(21, 12)
        self.second = nn.Linear(12, 9)
        self.third = nn.Linear(18, 4)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        x = F.hardtanh(self.first(x))
        x = self.second(x)
        return self.third(torch.cat([F.relu(x), F.relu(-x)], 1))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        self.shortcut = (
            nn.Sequential()
            if stride == 1
            else nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))
        )

    def forward(self, x):
        return F.relu(self.shortcut(x) + self.body(x))


class Residual(nn.Module):
    """Residuals with and without a convolution in the shortcut, a mean by ReduceMean."""

    input = (3, 9, 9)

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 6, 3, padding=1, bias=False), nn.BatchNorm2d(6), nn.ReLU())
        self.blocks = nn.Sequential(Block(6, 6, 1), Block(6, 8, 2))
        self.dense = nn.Linear(8, 4)

    def forward(self, x):
        return self.dense(self.blocks(self.stem(x)).mean([2, 3]))


class Signal(nn.Module):
    """Convolutions over time, an average pool, a global one, softmax."""

    input = (4, 30)

    def __init__(self):
        super().__init__()
        self.first = nn.Conv1d(4, 8, 5, stride=2, padding=2)
        self.second = nn.Conv1d(8, 6, 3, padding=2, dilation=2, groups=2)
        self.dense = nn.Linear(6, 3)

    def forward(self, x):
        x = F.avg_pool1d(F.relu(self.first(x)), 2)
        x = F.adaptive_avg_pool1d(F.relu(self.second(x)), 1)
        return F.softmax(self.dense(torch.flatten(x, 1)), 1)


class Keras(nn.Module):
    """As tf2onnx writes Keras's networks: channels last outside, first inside, and MatMul with Add."""

    input = (8, 8, 3)

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 5, 3)
        self.scale = nn.Parameter(torch.rand(5) + 0.5)
        self.shift = nn.Parameter(torch.randn(5))
        self.kernel = nn.Parameter(torch.randn(6 * 6 * 5, 7) * 0.1)
        self.bias = nn.Parameter(torch.randn(7))
        self.last = nn.Parameter(torch.randn(7, 4))

    def forward(self, x):
        x = F.pad(x.permute(0, 3, 1, 2), (2, 2, 2, 2))
        x = self.conv(x).permute(0, 2, 3, 1) * self.scale + self.shift
        x = F.max_pool2d(F.relu(x).permute(0, 3, 1, 2), 5, 1).permute(0, 2, 3, 1)
        x = x.reshape(x.shape[0], -1)
        x = F.relu(x @ self.kernel + self.bias)
        return x @ self.last


def random_statistics(network):
    for module in network.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias)
            nn.init.normal_(module.running_mean)
            nn.init.uniform_(module.running_var, 0.5, 2)


def make(name, network, kind=torch.onnx.TrainingMode.EVAL, opset=13, dynamic=True):
    torch.manual_seed(len(name))
    network = network()
    random_statistics(network)
    network.eval()
    samples = torch.randn(SAMPLES, *network.input)
    torch.onnx.export(
        network,
        samples,
        name + ".onnx",
        training=kind,
        opset_version=opset,
        input_names=["samples"],
        output_names=["result"],
        dynamic_axes={"samples": {0: "batch"}} if dynamic else None,
    )
    with torch.no_grad():
        result = network(samples)
    np.save(name + "-input.npy", samples.numpy())
    np.save(name + "-output.npy", result.numpy())


if __name__ == "__main__":
    make("conv", Conv, torch.onnx.TrainingMode.PRESERVE)
    make("mlp", Mlp)
    make("residual", Residual, torch.onnx.TrainingMode.PRESERVE)
    make("residual-folded", Residual, opset=11, dynamic=False)
    make("signal", Signal, opset=15)
    make("keras", Keras)
