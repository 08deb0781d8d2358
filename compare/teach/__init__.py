"""From a comparison to material for one lesson: blind copies, questions, keys and exports."""
