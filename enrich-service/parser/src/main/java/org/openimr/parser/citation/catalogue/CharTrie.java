package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trie of names in arrays, in breadth-first order: the index of an edge is that of the node it
 * leads to. A bit set per node holds the characters of its edges, and the number of bits below a
 * character's bit gives the position of its edge. Immutable.
 */
final class CharTrie {
  /** The bit of each common character, in the order of the characters; -1 for all others. */
  private static final byte[] BITS = bits(" .0123456789abcdefghijklmnopqrstuvwxyz");

  private int[] firstEdge = new int[16];
  private char[] labels = new char[16];
  private int[] values = new int[16];
  private long[] children = new long[16];
  private int nodes = 1;

  /**
   * Builds a trie.
   *
   * @param sorted the names in the order of their characters
   * @param valuesOfNames the value of each name, at least 0
   */
  CharTrie(List<String> sorted, List<Integer> valuesOfNames) {
    build(sorted, valuesOfNames);
  }

  /** A node and the range of sorted names that pass through it. */
  private record Subtrie(int node, int from, int to, int depth) {}

  private void build(List<String> sorted, List<Integer> valuesOfNames) {
    Arrays.fill(values, -1);
    List<Subtrie> queue = new ArrayList<>();
    queue.add(new Subtrie(0, 0, sorted.size(), 0));
    for (int q = 0; q < queue.size(); q++) {
      Subtrie r = queue.get(q);
      int from = r.from;
      if (from < r.to && sorted.get(from).length() == r.depth) {
        values[r.node] = valuesOfNames.get(from++);
      }
      firstEdge[r.node] = nodes;
      while (from < r.to) {
        int to = from + 1;
        char label = sorted.get(from).charAt(r.depth);
        while (to < r.to && sorted.get(to).charAt(r.depth) == label) {
          to++;
        }
        children[r.node] |= bit(label) < 0 ? 0 : 1L << bit(label);
        queue.add(new Subtrie(addNode(label), from, to, r.depth + 1));
        from = to;
      }
    }
    grow(nodes + 1);
    firstEdge[nodes] = nodes;
  }

  private static byte[] bits(String characters) {
    byte[] bits = new byte[128];
    Arrays.fill(bits, (byte) -1);
    for (int i = 0; i < characters.length(); i++) {
      bits[characters.charAt(i)] = (byte) i;
    }
    return bits;
  }

  private int addNode(char label) {
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

  /** The value of the name that ends at a node, or -1. */
  int value(int node) {
    return values[node];
  }

  /** Index of the first edge of a node; its last edge is before the first edge of the next node. */
  int firstEdge(int node) {
    return firstEdge[node];
  }

  /** The character on the edge to a node. */
  char label(int node) {
    return labels[node];
  }

  /** The node at the end of the edge with a character, or -1. */
  int child(int node, char label) {
    int bit = bit(label);
    if (bit < 0) {
      return searchEdge(node, label);
    }
    long before = children[node] & (1L << bit) - 1;
    return (children[node] >>> bit & 1) == 0 ? -1 : firstEdge[node] + Long.bitCount(before);
  }

  private static int bit(char label) {
    return label < BITS.length ? BITS[label] : -1;
  }

  private int searchEdge(int node, char label) {
    int end = firstEdge[node + 1];
    for (int edge = firstEdge[node]; edge < end; edge++) {
      if (labels[edge] >= label) {
        return labels[edge] == label ? edge : -1;
      }
    }
    return -1;
  }
}
