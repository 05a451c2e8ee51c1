package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names letter by letter, laid out in arrays in breadth: the index of an edge is that of the node
 * it leads to. Which of the plain letters lead on from a node is a set of bits, and how many of
 * them are before a letter says which edge is its own. It does not change once built.
 */
final class CharTrie {
  /** The bit of each letter that names are made of, in the letters' order; -1 for all others. */
  private static final byte[] BITS = bits(" .0123456789abcdefghijklmnopqrstuvwxyz");

  private int[] firstEdge = new int[16];
  private char[] labels = new char[16];
  private int[] values = new int[16];
  private long[] children = new long[16];
  private int nodes = 1;

  /** Lays out names in the order of their characters, each with a value from 0. */
  CharTrie(List<String> sorted, List<Integer> meanings) {
    build(sorted, meanings);
  }

  /** A node and the sorted names that pass through it. */
  private record Range(int node, int from, int to, int depth) {}

  private void build(List<String> sorted, List<Integer> meaning) {
    Arrays.fill(values, -1);
    List<Range> queue = new ArrayList<>();
    queue.add(new Range(0, 0, sorted.size(), 0));
    for (int q = 0; q < queue.size(); q++) {
      Range r = queue.get(q);
      int from = r.from;
      if (from < r.to && sorted.get(from).length() == r.depth) {
        values[r.node] = meaning.get(from++);
      }
      firstEdge[r.node] = nodes;
      while (from < r.to) {
        int to = from + 1;
        char label = sorted.get(from).charAt(r.depth);
        while (to < r.to && sorted.get(to).charAt(r.depth) == label) {
          to++;
        }
        children[r.node] |= bit(label) < 0 ? 0 : 1L << bit(label);
        queue.add(new Range(node(label), from, to, r.depth + 1));
        from = to;
      }
    }
    grow(nodes + 1);
    firstEdge[nodes] = nodes;
  }

  private static byte[] bits(String letters) {
    byte[] bits = new byte[128];
    Arrays.fill(bits, (byte) -1);
    for (int i = 0; i < letters.length(); i++) {
      bits[letters.charAt(i)] = (byte) i;
    }
    return bits;
  }

  private int node(char label) {
    grow(nodes + 2);
    labels[nodes] = label;
    values[nodes] = -1;
    return nodes++;
  }

  private void grow(int size) {
    if (size > labels.length) {
      firstEdge = Arrays.copyOf(firstEdge, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
      children = Arrays.copyOf(children, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
  }

  /** The value of the name that ends in a node, or -1. */
  int value(int node) {
    return values[node];
  }

  int firstEdge(int node) {
    return firstEdge[node];
  }

  /** The letter that leads to a node. */
  char label(int node) {
    return labels[node];
  }

  /** The node that a letter leads to from another, or -1. */
  int child(int node, char label) {
    int bit = bit(label);
    if (bit < 0) {
      return edge(node, label);
    }
    long before = children[node] & (1L << bit) - 1;
    return (children[node] >>> bit & 1) == 0 ? -1 : firstEdge[node] + Long.bitCount(before);
  }

  private static int bit(char label) {
    return label < BITS.length ? BITS[label] : -1;
  }

  private int edge(int node, char label) {
    int end = firstEdge[node + 1];
    for (int edge = firstEdge[node]; edge < end; edge++) {
      if (labels[edge] >= label) {
        return labels[edge] == label ? edge : -1;
      }
    }
    return -1;
  }
}
