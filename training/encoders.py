"""The encoder that training starts from."""

from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.network import Reader

CASES = 5


class MiniLM(nn.Module):
    """all-MiniLM-L6-v2, letter case told through its token types; type 0 reads as it always did."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        types = self.bert.embeddings.token_type_embeddings
        wider = nn.Embedding(CASES, types.embedding_dim)
        with torch.no_grad():
            wider.weight.copy_(types.weight[:1].expand(CASES, -1))
            wider.weight[1:] += 0.02 * torch.randn(CASES - 1, types.embedding_dim)
        self.bert.embeddings.token_type_embeddings = wider
        # what is not learnt stays: most words of the language are in no article that is learnt from
        self.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.size: int = types.embedding_dim

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """Return (windows, pieces, size)."""
        out = self.bert(input_ids=ids, token_type_ids=cases, attention_mask=mask.to(torch.int64))
        return cast("Tensor", out.last_hidden_state)


def reader(folder: Path) -> Reader:
    """Return a reader whose encoder starts from the weights in `folder`, its heads fresh."""
    encoder = MiniLM(folder)
    return Reader(encoder, encoder.size)
