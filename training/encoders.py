"""The encoder that training starts from."""

from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.network import Reader

CASES = 4


class MiniLM(nn.Module):
    """all-MiniLM-L6-v2 as it was published; its token types are all one kind until letter case is told."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        # what is not learnt stays: most words of the language are in no article that is learnt from
        self.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.size: int = self.bert.config.hidden_size

    def tell_cases(self) -> None:
        """Have letter case told through the token types, each at first a little off the one there was."""
        types = self.bert.embeddings.token_type_embeddings
        wider = nn.Embedding(CASES, self.size)
        with torch.no_grad():
            wider.weight.copy_(types.weight[:1].expand(CASES, -1))
            wider.weight += 0.02 * torch.randn(CASES, self.size)
        self.bert.embeddings.token_type_embeddings = wider

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (windows, pieces, size); without a `mask` all pieces exist."""
        exist = None if mask is None else mask.to(torch.int64)
        out = self.bert(input_ids=ids, token_type_ids=types, attention_mask=exist)
        return cast("Tensor", out.last_hidden_state)


def reader(folder: Path) -> Reader:
    """Return a reader whose encoder starts from the weights in `folder`, its heads fresh."""
    encoder = MiniLM(folder)
    encoder.tell_cases()
    return Reader(encoder, encoder.size)
