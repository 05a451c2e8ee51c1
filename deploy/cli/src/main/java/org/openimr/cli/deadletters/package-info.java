/** Dead letters: who looks at them, puts them back or lays them aside does it here. */
package org.openimr.cli.deadletters;
