/** Guideline names and phrase grammars from which synthetic letters take their wording. */
package org.openimr.tools.generator.vocabulary;
